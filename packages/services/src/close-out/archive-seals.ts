import { type Bilingual, say } from "@zhenggai/domain/kernel";
import type { StreamProof } from "@zhenggai/storage";

const FORMAT = "zhenggai-seals/1";

/** The seals of an archive's journal as the text of a file beside it: who reads it needs no ledger. */
export function sealsFile({ entries, unsealed, seals, isWhole }: StreamProof): string {
	const content = {
		format: FORMAT,
		/** How leaves and nodes are hashed, for whoever checks it in their own words. */
		tree: "RFC 6962, SHA-256; a leaf is the 32 bytes of an entry's hash",
		/** `whole`: every seal from the first to the last; `used`: only those that these entries are in. */
		chain: isWhole ? "whole" : "used",
		/** Numbers of the entries that no seal covered yet when this was written. */
		unsealed,
		entries,
		seals,
	};
	return `${JSON.stringify(content, null, "\t")}\n`;
}

/** What the page of the archive says about its seals. */
export function sealsInWords({ entries, unsealed, seals }: StreamProof): Bilingual {
	const last = seals.at(-1);
	const sealed =
		last === undefined
			? say("", "")
			: say(
					`日志${entries.length}条已封存，最后一次封存为第${last.number}号（${last.hash}），请与外部留存的副本比对。`,
					`${entries.length} journal entries are sealed, the last by seal ${last.number} (${last.hash}): compare it with the copy that is kept outside.`,
				);
	const open =
		unsealed.length === 0
			? say("", "")
			: say(
					`有${unsealed.length}条日志尚未封存，稍后重新下载即可取得证明。`,
					`${unsealed.length} entries are not sealed yet: an archive downloaded later proves them too.`,
				);
	return say(`${sealed.zh}${open.zh}`, [sealed.en, open.en].filter((text) => text !== "").join(" "));
}
