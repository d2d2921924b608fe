import { SOCKET_PORT } from "./socket.ts";

export type Durability = "full" | "none";

/**
 * Settings given on the command line at each start, so that an older database directory gets today's. Sized for
 * a laptop or a small server of two cores that runs the program beside it.
 */
export function serverSettings(
	listen: { readonly socketDir: string } | { readonly port: number },
	durability: Durability,
	extra: Readonly<Record<string, string>> = {},
): readonly string[] {
	const settings: Record<string, string> = {
		...("socketDir" in listen
			? {
					listen_addresses: "",
					port: String(SOCKET_PORT),
					unix_socket_directories: listen.socketDir,
					unix_socket_permissions: "0700",
				}
			: { listen_addresses: "127.0.0.1", port: String(listen.port) }),
		max_connections: "80",
		shared_buffers: "128MB",
		effective_cache_size: "1GB",
		work_mem: "8MB",
		maintenance_work_mem: "64MB",
		// Compiling a plan costs more than the short statements of this program take.
		jit: "off",
		// With two cores a second worker on one query is taken from another user's query.
		max_parallel_workers_per_gather: "0",
		random_page_cost: "1.1",
		max_wal_size: "1GB",
		timezone: "UTC",
		log_timezone: "UTC",
		// Statements and keys hold names of people: neither belongs in a log.
		log_min_error_statement: "panic",
		log_error_verbosity: "terse",
		log_parameter_max_length_on_error: "0",
		log_checkpoints: "off",
		...(durability === "full"
			? { fsync: "on", synchronous_commit: "on", full_page_writes: "on" }
			: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
		...extra,
	};
	return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
