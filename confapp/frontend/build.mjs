// Bundles css/, js/, fonts/ and images/ into ../static/dist under names that carry their content's hash, with a manifest for asset().
import { build } from "esbuild";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = join(here, "..", "static", "dist");
const pages = ["css/public.css", "css/manage/manage.css", "js/public.js", "js/manage/manage.js", "js/passkeys.js", "js/theme.js", "images/icon.svg"];

await rm(target, { recursive: true, force: true });
await mkdir(join(target, "fonts"), { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: pages,
  outdir: target,
  outbase: here,
  entryNames: "[dir]/[name]-[hash]",
  assetNames: "[dir]/[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "copy" },
  bundle: true,
  minify: true,
  format: "esm",
  target: "esnext",
  metafile: true,
  logLevel: "warning",
});

// {"css/public.css": "css/public-ABCDEFGH.css", "fonts/sans-latin.woff2": "fonts/sans-latin-ABCDEFGH.woff2", …}
const manifest = Object.entries(metafile.outputs).map(([built, output]) => [
  output.entryPoint ?? Object.keys(output.inputs)[0],
  relative(target, join(here, built)),
]);
const text = JSON.stringify(Object.fromEntries(manifest.sort()), null, 2);
await writeFile(join(target, "manifest.json"), text + "\n");
await copyFile(join(here, "fonts", "OFL.md"), join(target, "fonts", "OFL.md"));
console.error(`confapp: bundled ${manifest.length} files`);
