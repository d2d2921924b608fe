import { TRPCError } from "@trpc/server";
import { say } from "@zhenggai/domain/kernel";
import { ServiceError, type ServiceErrorCode } from "@zhenggai/services/contract";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { errorDetails, toTrpcError } from "./error-map.ts";
import { mapFailures } from "./trpc.ts";

const CODES: readonly [ServiceErrorCode, TRPCError["code"]][] = [
	["NOT_SIGNED_IN", "UNAUTHORIZED"],
	["NOT_ALLOWED", "FORBIDDEN"],
	["NOT_FOUND", "NOT_FOUND"],
	["BAD_INPUT", "BAD_REQUEST"],
	["CONFLICT", "CONFLICT"],
	["TOO_LARGE", "PAYLOAD_TOO_LARGE"],
	["TOO_MANY", "TOO_MANY_REQUESTS"],
	["UNAVAILABLE", "SERVICE_UNAVAILABLE"],
];

describe("a failure of a use case", () => {
	test.each(CODES)("%s becomes %s, with its words in both languages", (code, expected) => {
		const mapped = toTrpcError(new ServiceError(code));
		expect(mapped.code).toBe(expected);
		const details = errorDetails(mapped, "request-1");
		expect(details).toMatchObject({ code, fields: [], requestId: "request-1" });
		expect(details.text.zh.length).toBeGreaterThan(1);
		expect(details.text.en.length).toBeGreaterThan(1);
	});

	test("keeps the words it was given", () => {
		const mapped = toTrpcError(new ServiceError("CONFLICT", say("用户名已被使用", "The username is taken")));
		expect(errorDetails(mapped, null).text.zh).toBe("用户名已被使用");
	});
});

describe("an unforeseen failure", () => {
	test.each([new Error("password of 张三 is hunter2"), "hunter2", null])(
		"shows the request's id alone: %s",
		(thrown) => {
			const mapped = toTrpcError(thrown);
			const shown = JSON.stringify([mapped.message, errorDetails(mapped, "request-2")]);
			expect(mapped.code).toBe("INTERNAL_SERVER_ERROR");
			expect(shown).toContain("request-2");
			expect(shown).not.toMatch(/hunter2|张三/);
		},
	);
});

describe("a wrong input", () => {
	test("names each wrong field by its path", () => {
		const parsed = z
			.object({ deadline: z.object({ on: z.string() }), round: z.int() })
			.safeParse({ deadline: {} });
		const error = new TRPCError({ code: "BAD_REQUEST", cause: parsed.error });
		expect(errorDetails(error, null)).toMatchObject({
			code: "BAD_INPUT",
			fields: [{ path: "deadline.on" }, { path: "round" }],
		});
	});
});

describe("a live stream", () => {
	test("fails like any other procedure", async () => {
		const read: number[] = [];
		const failing = async function* () {
			yield 1;
			throw new ServiceError("NOT_ALLOWED");
		};
		const reading = async () => {
			for await (const value of mapFailures(failing())) read.push(value);
		};
		await expect(reading()).rejects.toMatchObject({ code: "FORBIDDEN" });
		expect(read).toEqual([1]);
	});

	test("lets go of its source when its reader leaves", async () => {
		let released = false;
		const source = async function* () {
			try {
				yield 1;
				yield 2;
			} finally {
				released = true;
			}
		};
		for await (const _ of mapFailures(source())) break;
		expect(released).toBe(true);
	});
});
