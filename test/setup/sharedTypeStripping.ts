import { stripTypeScriptTypes } from 'node:module';

/**
 * Threads of a test run from TypeScript, and Node strips its types with WebAssembly. Done here once, the compiled code is
 * kept and shared by all threads of this process; else each thread's end frees it, and V8 now and then crashes over that
 * (nodejs/node#64500).
 */
stripTypeScriptTypes('');
