import { benchSchema } from './measures/measure.ts';
import { measures } from './measures/measures.ts';

/**
 * Runs one measure in this process alone and prints its timings and the most memory that the process took, as JSON:
 * `node measureOnce.ts <name> <bench as JSON> <floor only: true or false>`.
 */
const [name = '', bench = '', floorOnly] = process.argv.slice(2);
const measure = measures[name];
if (measure === undefined) throw new Error(`There is no measure called ${name}`);
const timings = await measure(benchSchema.parse(JSON.parse(bench)), floorOnly === 'true');
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`\n${JSON.stringify({ timings, megabytes })}\n`);
