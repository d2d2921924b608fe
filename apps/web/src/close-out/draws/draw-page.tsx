import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { DrawDetail, DrawState } from "@zhenggai/domain/close-out";
import { caseVocab, isLabelled } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { date } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { Timeline } from "../../journal/index.ts";
import { loaded } from "../../loaded.ts";
import { Why } from "../../rules/index.ts";
import { OnlyFor } from "../../shell/only-for.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Popover } from "../../ui/popover.tsx";
import { PageHead } from "../../ui/section.tsx";
import { closeOutRoom } from "../queries.ts";
import { type DrawVerb, drawTimeline } from "./draw-form.tsx";
import { DrawForms } from "./draw-forms.tsx";
import { Facts } from "./facts.tsx";
import { Items } from "./items.tsx";
import { Repeat } from "./repeat.tsx";
import { DrawStateTag } from "./state-tag.tsx";
import "../closing/words.ts";
import "../words.ts";

/** Which form is open, and about which drawn issue. */
export type DrawRequest = { readonly verb: DrawVerb; readonly part?: string };

/** What can be done with the draw as a whole, by how far it is; what is about one issue stands in its line. */
const WHOLE = {
	opened: ["freezeFrame", "cancelDraw"],
	frozen: ["drawLookBacks", "cancelDraw"],
	drawn: ["assignChecker", "closeDraw"],
	closed: [],
	cancelled: [],
} as const satisfies Record<DrawState, readonly DrawVerb[]>;

/** 一次回头看抽查: its seed, frame, sample and results, and how anybody draws it again. */
export default function DrawPage(): JSX.Element {
	const params = useParams<{ id: string }>();
	return (
		<OnlyFor action="viewDraw">
			<Show when={params.id} keyed>
				{(id) => <Page drawId={id} />}
			</Show>
		</OnlyFor>
	);
}

function Page(props: { drawId: string }): JSX.Element {
	const draw = useQuery(() => closeOutRoom.getDraw({ drawId: props.drawId }));
	const [params, setParams] = useSearchParams();
	const request = (): DrawRequest | null => {
		const { do: verb, part } = params;
		if (typeof verb !== "string" || !isLabelled(caseVocab.drawVerb, verb)) return null;
		return typeof part === "string" ? { verb, part } : { verb };
	};
	const setRequest = (asked: DrawRequest | null) =>
		setParams({ do: asked?.verb, part: asked?.part }, { replace: true });
	return (
		<div class="mx-auto max-w-6xl p-5" data-desk>
			<Switch fallback={<SkeletonLines lines={10} />}>
				<Match when={draw.isError}>
					<ErrorBox error={draw.error} onRetry={() => void draw.refetch()} />
				</Match>
				<Match when={loaded(draw)}>
					{(found) => (
						<>
							<Content detail={found()} onAction={setRequest} />
							<Show when={request()} keyed>
								{(asked) => <DrawForms detail={found()} request={asked} onClose={() => setRequest(null)} />}
							</Show>
						</>
					)}
				</Match>
			</Switch>
		</div>
	);
}

function Content(props: { detail: DrawDetail; onAction: (request: DrawRequest) => void }): JSX.Element {
	const row = () => props.detail.row;
	return (
		<>
			<A class="tap text-accent underline" href="/close-out/draws">
				{t("draws.all")}
			</A>
			<PageHead
				title={t("draws.of", { region: row().regionName, from: date(row().from), to: date(row().to) })}
			>
				<DrawStateTag state={row().state} />
			</PageHead>
			<div class="no-print mb-4 flex flex-wrap gap-2">
				<For each={WHOLE[row().state]}>{(verb) => <DoWhole {...props} verb={verb} />}</For>
			</div>
			<div class="flex flex-col gap-4">
				<Facts detail={props.detail} />
				<Show when={props.detail.items.length > 0}>
					<Items {...props} />
				</Show>
				<Show when={props.detail.frame !== null}>
					<Repeat drawId={row().id} version={row().version} />
				</Show>
				<Timeline of={drawTimeline(row().id)} version={row().version} />
			</div>
		</>
	);
}

function DoWhole(props: {
	detail: DrawDetail;
	verb: DrawVerb;
	onAction: (request: DrawRequest) => void;
}): JSX.Element {
	const action = () => props.detail.actions.find(({ verb }) => verb === props.verb);
	// What is no business of this role at all is not worth a button.
	const isShown = () => action()?.refusals.some(({ rule }) => rule !== "NOT_ALLOWED") === true;
	return (
		<Show when={action()}>
			{(found) => (
				<Show
					when={found().allowed}
					fallback={
						<Show when={isShown()}>
							<Popover
								label={say(found().label)}
								title={t("closeOut.whyNot", { name: say(found().label) })}
								icon="stop"
								look="quiet"
								size="normal"
							>
								<div class="w-80 max-w-full p-1 text-[0.93rem]" data-why={props.verb}>
									<Why refusals={found().refusals} />
								</div>
							</Popover>
						</Show>
					}
				>
					<Button
						look={props.verb === "cancelDraw" ? "danger" : "primary"}
						onClick={() => props.onAction({ verb: props.verb })}
					>
						{say(found().label)}
					</Button>
				</Show>
			)}
		</Show>
	);
}
