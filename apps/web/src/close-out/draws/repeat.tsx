import { useQuery } from "@tanstack/solid-query";
import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { closeOutRoom } from "../queries.ts";

/** How anybody draws again: frame, seed and method as one file, and what the server's own repetition shows. */
export function Repeat(props: { drawId: string; version: number }): JSX.Element {
	const [asked, setAsked] = createSignal(false);
	const repeat = useQuery(() => ({
		...closeOutRoom.repeatDraw({ drawId: props.drawId }),
		enabled: asked(),
	}));
	return (
		<Section
			title={t("draws.repeat")}
			aside={
				<Show when={!asked()}>
					<Button size="small" icon="refresh" onClick={() => setAsked(true)}>
						{t("draws.repeatNow")}
					</Button>
				</Show>
			}
		>
			<p class="text-ink-soft">{t("draws.repeatText")}</p>
			<Show when={asked()}>
				<Switch fallback={<SkeletonLines lines={2} />}>
					<Match when={repeat.isError}>
						<ErrorBox error={repeat.error} onRetry={() => void repeat.refetch()} />
					</Match>
					<Match when={loaded(repeat)}>
						{(found) => (
							<div class="mt-2 flex flex-wrap items-center gap-2" data-repeat>
								<Same is={found().frameSame} yes={t("draws.frameSame")} no={t("draws.frameOther")} />
								<Show when={found().sampleSame !== null}>
									<Same
										is={found().sampleSame === true}
										yes={t("draws.sampleSame")}
										no={t("draws.sampleOther")}
									/>
								</Show>
								<Button
									size="small"
									icon="import"
									onClick={() => saveAsFile(`draw-${props.drawId}.json`, found())}
								>
									{t("draws.repeatGet")}
								</Button>
							</div>
						)}
					</Match>
				</Switch>
			</Show>
		</Section>
	);
}

const Same = (props: { is: boolean; yes: string; no: string }): JSX.Element => (
	<Tag tone={props.is ? "good" : "bad"}>
		<Icon name={props.is ? "check" : "alert"} size={12} />
		{props.is ? props.yes : props.no}
	</Tag>
);

/** Hands data over as a file of this name. */
function saveAsFile(name: string, data: object): void {
	const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, "\t")], { type: "application/json" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}
