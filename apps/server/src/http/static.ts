import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { HttpContext } from "./request.ts";

const TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".webmanifest": "application/manifest+json; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".png": "image/png",
	".ico": "image/x-icon",
	".webp": "image/webp",
	".woff2": "font/woff2",
};

const PACKED_ALREADY = new Set([".png", ".webp", ".woff2", ".ico"]);

type Encoding = "br" | "gzip" | "identity";
type Asset = {
	readonly path: string;
	readonly type: string;
	readonly body: Buffer;
	readonly etag: string;
	readonly immutable: boolean;
	readonly packed: Map<Encoding, Promise<Buffer>>;
};

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

function assetOf(root: string, file: string): Asset {
	const body = readFileSync(file);
	const path = `/${relative(root, file).split(sep).join("/")}`;
	return {
		path,
		body,
		type: TYPES[extname(file)] ?? "application/octet-stream",
		etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
		// The bundler names what is in this folder by its content.
		immutable: path.startsWith("/assets/"),
		packed: new Map(),
	};
}

/** Every file of the built web UI, by address. Only what is in this map is ever served: no path is looked up on disk. */
function readAssets(root: string): ReadonlyMap<string, Asset> {
	const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const assets = files
		.map((entry) => assetOf(root, join(entry.parentPath, entry.name)))
		.filter(({ path }) => !path.endsWith(".map") && !path.includes("/."));
	return new Map(assets.map((asset) => [asset.path, asset]));
}

function encodingFor(asset: Asset, accepted: string): Encoding {
	if (PACKED_ALREADY.has(extname(asset.path)) || asset.body.byteLength < 1024) return "identity";
	if (/\bbr\b/.test(accepted)) return "br";
	return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

/** The file in an encoding, packed once and kept. */
function packedBody(asset: Asset, encoding: Encoding): Promise<Buffer> {
	const known = asset.packed.get(encoding);
	if (known !== undefined) return known;
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 9,
		[constants.BROTLI_PARAM_SIZE_HINT]: asset.body.byteLength,
	};
	const packing =
		encoding === "br"
			? brotli(asset.body, { params })
			: encoding === "gzip"
				? gzipped(asset.body, { level: 9 })
				: Promise.resolve(asset.body);
	asset.packed.set(encoding, packing);
	return packing;
}

async function serve(c: HttpContext, asset: Asset): Promise<Response> {
	const encoding = encodingFor(asset, c.req.header("accept-encoding") ?? "");
	const headers = new Headers({
		"content-type": asset.type,
		"cache-control": asset.immutable ? "public, max-age=31536000, immutable" : "no-cache",
		etag: asset.etag,
		vary: "accept-encoding",
	});
	const seen = c.req
		.header("if-none-match")
		?.split(/,\s*/)
		.map((tag) => tag.replace(/^W\//, ""));
	if (seen?.includes(asset.etag)) return new Response(null, { status: 304, headers });
	const body = await packedBody(asset, encoding);
	if (encoding !== "identity") headers.set("content-encoding", encoding);
	headers.set("content-length", String(body.byteLength));
	return new Response(c.req.method === "HEAD" ? null : new Uint8Array(body), { headers });
}

/** Whether a person's browser asks for a page, and not a program for a file. */
const wantsPage = (c: HttpContext): boolean =>
	extname(c.req.path) === "" && (c.req.header("accept") ?? "").includes("text/html");

/** Addresses of the server itself, which are never a page of the web UI. */
const isOurs = (path: string): boolean => /^\/(trpc|auth|oauth|healthz|readyz)(\/|$)/.test(path);

/**
 * Serves the built web UI of a folder from memory. Addresses without a file are the UI's own pages and get its
 * `index.html`; for anything else it gives null.
 */
export function webUi(root: string): (c: HttpContext) => Promise<Response | null> {
	const assets = readAssets(root);
	const index = assets.get("/index.html");
	return async (c) => {
		if (!["GET", "HEAD"].includes(c.req.method) || isOurs(c.req.path)) return null;
		const asset = assets.get(c.req.path) ?? (wantsPage(c) || c.req.path === "/" ? index : undefined);
		return asset === undefined ? null : serve(c, asset);
	};
}
