import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Threads of a test run from TypeScript, and Node strips its types with WebAssembly. Done here once, the compiled code is
 * kept and shared by all threads of this process; else each thread's end frees it, and V8 now and then crashes over that
 * (nodejs/node#64500).
 */
stripTypeScriptTypes('');

// What was stripped once is kept for every thread after it, which then needs no WebAssembly at all and starts sooner.
process.env['NODE_COMPILE_CACHE'] ??= path.join(tmpdir(), 'workbook-compile-cache');
