import { vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { NoticesSection } from "../../close-out/index.ts";
import { word } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import type { DetailProps } from "./detail-props.ts";

/** 公示与销号材料 of an issue, each to be taken off by whoever may. */
export function Notices(props: DetailProps): JSX.Element {
	const may = () => props.detail.actions.some(({ verb, allowed }) => verb === "detachNotice" && allowed);
	return (
		<NoticesSection
			notices={props.detail.notices}
			actions={(notice) => (
				<Show when={may()}>
					<Button
						size="small"
						look="quiet"
						onClick={() => props.onAction({ verb: "detachNotice", part: notice.id })}
					>
						{word(vocab.issueVerb, "detachNotice")}
					</Button>
				</Show>
			)}
		/>
	);
}
