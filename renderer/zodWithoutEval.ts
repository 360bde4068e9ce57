import { z } from 'zod';

// The content security policy forbids `eval`, which zod would otherwise try before its first schema.
z.config({ jitless: true });
