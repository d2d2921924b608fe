import type { Failure } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";

/** What went wrong with a request, in one sentence that says what to do. */
export function describeFailure(failure: Failure): Bilingual {
	switch (failure.kind) {
		case "aborted":
			return say("已取消", "Cancelled");
		case "network":
			return say(
				"无法连接服务器。请确认服务已启动（pnpm start），地址和网络正确",
				"The server cannot be reached. See that it runs (pnpm start), and that address and network are right",
			);
		case "server":
			return describeAnswer(failure);
	}
}

function describeAnswer(failure: Extract<Failure, { kind: "server" }>): Bilingual {
	const fields = failure.fields.map((field) => `${field.path}: ${field.message}`).join("; ");
	if (failure.code === "NOT_SIGNED_IN")
		return say(
			`${failure.text.zh}：令牌缺失、错误或已失效。本机服务请重新运行 pnpm start，其他服务器请用 --token 或 ZHENGGAI_TOKEN`,
			`${failure.text.en}: the token is missing, wrong or no longer valid. Restart the server on this machine, or give --token or ZHENGGAI_TOKEN for another one`,
		);
	return fields === ""
		? failure.text
		: say(`${failure.text.zh}（${fields}）`, `${failure.text.en} (${fields})`);
}
