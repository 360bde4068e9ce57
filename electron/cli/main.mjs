// `npm run workbook`. Plain JavaScript, so that an older Node gets as far as this sentence instead of a crash.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `This needs Node 24 or newer, and this is ${process.versions.node}. Run "npm ci" in the project's folder once, then "npm run --silent workbook -- …", which uses the Node that comes with it.\n`,
  );
  process.exitCode = 1;
} else {
  await import('./main.ts');
}
