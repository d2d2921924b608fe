import type { ComplaintImportPreview } from "@zhenggai/domain/complaints";
import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { countText, names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { RegionPicker, useRegions } from "../../responsibilities/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { ComplaintWizardState } from "./complaint-wizard-state.ts";

type Printed = ComplaintImportPreview["regions"][number];

/** What each printed region means, for all rows that print it at once. Nothing is guessed. */
export function PlaceMatching(props: {
	wizard: ComplaintWizardState;
	regions: readonly Printed[];
}): JSX.Element {
	const [all, setAll] = createSignal(false);
	const said = (text: string) => props.wizard.choices().places[text];
	const isOpen = (printed: Printed) => printed.places.length === 0 && said(printed.text) === undefined;
	const undecided = createMemo(() => props.regions.filter(isOpen));
	const shown = () =>
		all()
			? props.regions
			: props.regions.filter(({ text, places }) => places.length === 0 || said(text) !== undefined);
	return (
		<Section
			title={t("places.matching")}
			count={props.regions.length}
			aside={
				<>
					<Show when={undecided().length > 0}>
						<Tag tone="attention">{t("units.undecided", { n: undecided().length })}</Tag>
						<Button
							size="small"
							onClick={() => {
								for (const { text } of undecided()) props.wizard.setPlaces(text, []);
							}}
						>
							{t("places.leaveRest")}
						</Button>
					</Show>
					<Button size="small" look="quiet" onClick={() => setAll(!all())}>
						{all() ? t("units.onlyOpen") : t("units.showAll")}
					</Button>
				</>
			}
		>
			<Show when={shown().length > 0} fallback={<p class="text-ink-soft">{t("places.allMatched")}</p>}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={shown()}>{(printed) => <PlaceLine wizard={props.wizard} printed={printed} />}</For>
				</ul>
			</Show>
		</Section>
	);
}

function PlaceLine(props: { wizard: ComplaintWizardState; printed: Printed }): JSX.Element {
	const regions = useRegions();
	const [looking, setLooking] = createSignal(false);
	const text = () => props.printed.text;
	const said = (): readonly string[] | undefined => props.wizard.choices().places[text()];
	const places = (): readonly string[] => said() ?? props.printed.places;
	const set = (next: string[]) => props.wizard.setPlaces(text(), next);
	const add = (code: string) => {
		if (code !== "" && !places().includes(code)) set([...places(), code]);
		setLooking(false);
	};
	return (
		<li class="grid gap-2 py-2 sm:grid-cols-[minmax(10rem,1fr)_2fr]" data-place={text()}>
			<div>
				<p class="font-medium">{text()}</p>
				<p class="text-[0.9rem] text-ink-faint">{t("places.rows", { n: countText(props.printed.count) })}</p>
			</div>
			<div class="flex flex-wrap items-center gap-1.5">
				<Show
					when={said() !== undefined}
					fallback={
						<Show when={places().length > 0}>
							<Tag tone="good">
								<Icon name="check" size={12} />
								{names(places().map(regions.name))}
							</Tag>
						</Show>
					}
				>
					<For each={said()}>
						{(code) => (
							<Tag tone="active">
								{regions.name(code)}
								<IconButton
									class="min-h-5! min-w-5!"
									icon="close"
									size={10}
									label={t("places.remove", { name: regions.name(code) })}
									onClick={() => set(places().filter((other) => other !== code))}
								/>
							</Tag>
						)}
					</For>
					<Show when={said()?.length === 0}>
						<Tag>{t("places.leftOpen")}</Tag>
					</Show>
				</Show>
				<Show when={places().length === 0}>
					<For each={props.printed.suggestions}>
						{(suggestion) => (
							<Button size="small" onClick={() => add(suggestion.code)}>
								{regions.name(suggestion.code)}
								<span class="text-ink-faint">{above(suggestion.code)}</span>
							</Button>
						)}
					</For>
				</Show>
				<Button size="small" look="quiet" icon="search" onClick={() => setLooking(!looking())}>
					{places().length > 0 ? t("places.add") : t("units.other")}
				</Button>
				<Show when={said() === undefined && places().length === 0}>
					<Button size="small" onClick={() => set([])}>
						{t("places.leave")}
					</Button>
				</Show>
				<Show when={said() !== undefined}>
					<Button size="small" look="quiet" onClick={() => props.wizard.setPlaces(text(), null)}>
						{t("places.undo")}
					</Button>
				</Show>
				<Show when={looking()}>
					<RegionPicker class="w-full" label={t("places.find", { name: text() })} value="" onChange={add} />
				</Show>
			</div>
		</li>
	);

	/** The city that a county lies in, where two counties have one name. */
	function above(code: string): string {
		return code.endsWith("00") ? "" : regions.name(`${code.slice(0, 4)}00`);
	}
}
