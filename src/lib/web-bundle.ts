import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';

/** Sources that end in the browser as they are. */
const COPIED = new Set(['.html', '.svg', '.png', '.jpg', '.ico', '.webmanifest', '.txt', '.woff2']);
/** Part of the key: a change of how we bundle must not reuse an older result. */
const RECIPE = 'v1';

/**
 * Bundles a folder of browser sources into `<outDir>/<folder name>-<hash of the sources>` and returns that
 * directory: `main.ts` → `main.js`, top-level style sheets and static files under their own names. A directory
 * that exists is reused, so only the first start after a change pays; it appears whole or not at all, also when
 * two processes start at once. Files named `*.test.ts` are left out.
 *
 * Throws: esbuild's own error, with file and line, for sources that do not compile.
 */
export async function bundleWeb(options: {
  sourceDir: string;
  outDir: string;
  /** Files outside the folder that it imports: they are part of the key too. */
  alsoHash?: string[];
}): Promise<string> {
  const { outDir, alsoHash = [] } = options;
  const sourceDir = resolve(options.sourceDir);
  const files = await listFiles(sourceDir);
  const hash = await hashFiles([...files, ...alsoHash], sourceDir);
  const target = join(outDir, `${basename(sourceDir)}-${hash.slice(0, 20)}`);
  if (await isDirectory(target)) return target;
  const draft = `${target}.${process.pid}.tmp`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await build(sourceDir, files, draft);
    await rename(draft, target).catch(async (error) => {
      if (!(await isDirectory(target))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

async function build(sourceDir: string, files: string[], draft: string): Promise<void> {
  const entryPoints = files.filter(
    (file) => dirname(file) === sourceDir && (basename(file) === 'main.ts' || extname(file) === '.css'),
  );
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints,
    outdir: draft,
    outbase: sourceDir,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: false,
    logLevel: 'silent',
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
  });
  for (const file of files.filter((one) => COPIED.has(extname(one)))) {
    await cp(file, join(draft, relative(sourceDir, file)));
  }
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function hashFiles(files: string[], root: string): Promise<string> {
  const hash = createHash('sha256').update(RECIPE);
  for (const file of files) {
    const bytes = await readFile(file);
    hash.update(`\0${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
