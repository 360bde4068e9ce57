import { z } from 'zod';
import { gradeValues } from './gradeScale.ts';

/** A grade, or one of the two answers that are not grades. */
export const gradeValueSchema = z.literal(gradeValues);
