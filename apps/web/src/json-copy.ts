/** A copy of plain data that shares nothing with it: stores hand out proxies, which `structuredClone` refuses. */
export function jsonCopy<T>(value: T): T {
	return JSON.parse(JSON.stringify(value));
}
