import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from '../../run/findProgram.ts';
import { libreOfficeMacro } from './libreOfficeMacro.ts';

const LONGEST = 120_000;

/** LibreOffice on this computer, or null. */
export const libreOffice = findProgram('soffice');

/** Lets LibreOffice carry out steps; see `libreOfficeMacro`. It runs once, with a profile of its own. */
export function runInLibreOffice(steps: readonly (readonly string[])[]): void {
  if (libreOffice === null) throw new Error('There is no LibreOffice');
  const profile = mkdtempSync(path.join(os.tmpdir(), 'workbook-libreoffice-'));
  try {
    runMacro(libreOffice, profile, steps);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function runMacro(program: string, profile: string, steps: readonly (readonly string[])[]): void {
  const start = (...words: readonly string[]): void => {
    execFileSync(
      program,
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...words],
      { timeout: LONGEST, stdio: 'ignore' },
    );
  };
  // A first start makes the profile, and would replace a macro that lay there before.
  start('--terminate_after_init');
  const standard = path.join(profile, 'user/basic/Standard');
  mkdirSync(standard, { recursive: true });
  const doctype = (root: string, file: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${file}.dtd">\n`;
  const macro = libreOfficeMacro.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  writeFileSync(
    path.join(standard, 'Steps.xba'),
    `${doctype('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Steps" script:language="StarBasic">${macro}</script:module>`,
  );
  writeFileSync(
    path.join(standard, 'script.xlb'),
    `${doctype('library:library', 'library')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Steps"/></library:library>`,
  );
  writeFileSync(
    path.join(profile, 'user/basic/script.xlc'),
    `${doctype('library:libraries', 'libraries')}<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>`,
  );
  const list = path.join(profile, 'steps.txt');
  writeFileSync(
    list,
    `${steps.map((words) => words.map((word) => word.replaceAll('\n', '\\n')).join('\t')).join('\n')}\n`,
  );
  start(`macro:///Standard.Steps.RunSteps("${list}")`);
  if (existsSync(`${list}.failed`)) throw new Error(readFileSync(`${list}.failed`, 'utf8'));
}
