/** The largest file that is taken as evidence, in bytes: 50 MB. */
export const LARGEST_ATTACHMENT = 50 * 1024 * 1024;

/** All files of one workbook together, in bytes: 1 GB. */
export const LARGEST_WORKBOOK = 1024 * 1024 * 1024;
