import type { IsoDate } from "@zhenggai/domain/kernel";
import { createSignal, type JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { CorrectionFrame } from "../../importing/text-correction.tsx";
import { isIsoDate } from "../../iso-date.ts";
import { TextField } from "../../ui/field.tsx";

type Period = { start: IsoDate; end: IsoDate };

/** Corrects a publicity: both of its days, or neither. */
export function PublicityCorrection(props: {
	value: Period | null;
	onSave: (value: Period | null) => void;
	onCancel: () => void;
}): JSX.Element {
	const [start, setStart] = createSignal<string>(props.value?.start ?? "");
	const [end, setEnd] = createSignal<string>(props.value?.end ?? "");
	const period = (): Period | null => {
		const [from, to] = [start(), end()];
		return isIsoDate(from) && isIsoDate(to) && from <= to ? { start: from, end: to } : null;
	};
	const empty = () => start() === "" && end() === "";
	const reversed = () => isIsoDate(start()) && isIsoDate(end()) && start() > end();
	return (
		<CorrectionFrame
			ready={empty() || period() !== null}
			onSave={() => props.onSave(period())}
			onCancel={() => props.onCancel()}
		>
			<div class="flex flex-wrap gap-3">
				<TextField type="date" label={t("publicity.start")} value={start()} onInput={setStart} />
				<TextField
					type="date"
					label={t("publicity.end")}
					value={end()}
					error={reversed() ? t("publicity.reversed") : null}
					onInput={setEnd}
				/>
			</div>
		</CorrectionFrame>
	);
}
