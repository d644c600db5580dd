// Bundles src/ into ../static/dist under names that carry their content's hash, with a manifest for the templates.
import { build } from "esbuild";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = join(here, "..", "static", "dist");
const sources = (await readdir(join(here, "src"))).filter((name) => /^(public|theme)\.(css|js)$/.test(name));

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const { metafile } = await build({
  entryPoints: sources.map((name) => join(here, "src", name)),
  outdir: target,
  entryNames: "[name]-[hash]",
  assetNames: "fonts/[name]-[hash]",
  loader: { ".woff2": "file" },
  bundle: true,
  minify: true,
  format: "esm",
  target: "esnext",
  metafile: true,
  logLevel: "warning",
});

// {"public.css": "public-ABC.css", "fonts/serif-regular-latin.woff2": "fonts/serif-regular-latin-ABC.woff2", …}
const manifest = {};
for (const [path, output] of Object.entries(metafile.outputs)) {
  const built = path.slice(path.indexOf("static/dist/") + "static/dist/".length);
  const source = output.entryPoint ? basename(output.entryPoint) : "fonts/" + basename(Object.keys(output.inputs)[0]);
  manifest[source] = built;
}
const sorted = Object.fromEntries(Object.entries(manifest).sort());
await writeFile(join(target, "manifest.json"), JSON.stringify(sorted, null, 2) + "\n");
const licence = await readFile(join(here, "fonts", "OFL.md"));
await writeFile(join(target, "fonts", "OFL.md"), licence);
console.error(`confapp: bundled ${Object.keys(sorted).length} files`);
