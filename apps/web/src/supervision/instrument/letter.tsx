import { formatDate } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { InstrumentPartProps } from "./instrument-viewer.tsx";

/** The official letter as it goes out; it alone is printed. Official documents are Chinese in every language. */
export function Letter(props: InstrumentPartProps): JSX.Element {
	const row = () => props.detail.row;
	const issued = () => props.detail.instrument.issued;
	const paragraphs = () =>
		props.detail.instrument.body
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
	return (
		<Section
			title={t("sup.letter")}
			class="print:border-0 print:[&>div:first-child]:hidden"
			aside={
				<Show when={issued() === null}>
					<Tag tone="attention">
						<Icon name="info" size={12} />
						{t("sup.notIssued")}
					</Tag>
				</Show>
			}
		>
			<div
				class="official-letter mx-auto max-w-[42rem] px-2 py-4 font-song text-[1.14rem] leading-loose text-ink print:max-w-none print:text-[16pt] print:leading-[28pt]"
				lang="zh-CN"
				data-letter
			>
				<p class="text-right text-[1rem] text-ink-soft print:text-[16pt] print:text-ink">
					{row().documentNumber ?? "（文号待编）"}
				</p>
				<h3 class="my-5 text-center text-[1.36rem] leading-relaxed font-bold print:text-[22pt]">
					{row().title}
				</h3>
				<p>
					{row()
						.addressees.map(({ name }) => name)
						.join("、")}
					：
				</p>
				<For each={paragraphs()}>{(paragraph) => <p class="indent-[2em]">{paragraph}</p>}</For>
				<div class="mt-8 text-right">
					<p>{issued()?.signer ?? "（签发人）"}</p>
					<p>
						<Show when={issued()} fallback="（制发日期）">
							{(sent) => formatDate(sent().on, "zh-CN")}
						</Show>
					</p>
				</div>
			</div>
		</Section>
	);
}
