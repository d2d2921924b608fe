import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { say } from "@zhenggai/domain/kernel";
import { StartError } from "./start-error.ts";

const LISTENING = "0A";

/** The kernel's numbers of the sockets that listen on a port. Linux only; empty elsewhere. */
function listeningInodes(port: number): ReadonlySet<string> {
	const wanted = port.toString(16).toUpperCase().padStart(4, "0");
	const lines = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => {
		try {
			return readFileSync(table, "utf8").split("\n").slice(1);
		} catch {
			return [];
		}
	});
	const rows = lines.map((line) => line.trim().split(/\s+/));
	const listening = rows.filter((row) => row[1]?.endsWith(`:${wanted}`) && row[3] === LISTENING);
	return new Set(listening.flatMap((row) => row[9] ?? []));
}

function holds(pid: string, inodes: ReadonlySet<string>): boolean {
	try {
		return readdirSync(`/proc/${pid}/fd`).some((fd) => {
			const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
			return inode !== undefined && inodes.has(inode);
		});
	} catch {
		// Another person's process, or one that has just ended.
		return false;
	}
}

/** The process that listens on a port, where the system tells. */
export function pidOnPort(port: number): number | null {
	const inodes = listeningInodes(port);
	if (inodes.size === 0) return null;
	const pid = readdirSync("/proc").find((name) => /^\d+$/.test(name) && holds(name, inodes));
	return pid === undefined ? null : Number(pid);
}

/** What a failed `listen` means for the operator. */
export function listenError(error: NodeJS.ErrnoException, host: string, port: number): unknown {
	if (error.code === "EADDRINUSE") {
		const pid = pidOnPort(port);
		const zh = pid === null ? "" : `（进程 ${pid}）`;
		const en = pid === null ? "" : ` by process ${pid}`;
		return new StartError(
			say(
				`端口 ${port} 已被占用${zh}。请先停止它，或换一个端口启动：PORT=${port + 1} npx -y pnpm@12 start`,
				`Port ${port} is taken${en}. Stop that first, or start on another port: PORT=${port + 1} npx -y pnpm@12 start`,
			),
			error,
		);
	}
	if (error.code === "EACCES") {
		return new StartError(
			say(
				`没有权限监听端口 ${port}，请用 1024 以上的端口。`,
				`No permission to listen on port ${port}; use one above 1024.`,
			),
			error,
		);
	}
	if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
		return new StartError(
			say(`本机没有地址 ${host}，请检查 HOST。`, `This machine has no address ${host}; check HOST.`),
			error,
		);
	}
	return error;
}
