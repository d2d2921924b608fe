import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { mayDo, useMe } from "../../shell/me.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorBox } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";

type Contact = { readonly name: string | null; readonly reach: string };

/**
 * Who objected, and how to reach whoever did it without an account: opened by a press, for every opening is journalled with the reader's name.
 * There only for whoever answers objections; nothing of it is kept in the page's store.
 */
export function ObjectionContact(props: { issueId: string; objectionId: string }): JSX.Element {
	const me = useMe();
	const [contact, setContact] = createSignal<Contact | null>(null);
	const [failure, setFailure] = createSignal<unknown>(null);
	const [busy, setBusy] = createSignal(false);
	const open = async () => {
		setBusy(true);
		setFailure(null);
		try {
			setContact(await client.closeOut.readObjectionContact.mutate({ ...props }));
		} catch (error) {
			setFailure(() => error);
		} finally {
			setBusy(false);
		}
	};
	return (
		<Show when={mayDo(me(), "answerObjection")}>
			<div class="no-print flex flex-wrap items-center gap-2" data-contact>
				<Switch
					fallback={
						<>
							<Button size="small" icon="shield" busy={busy()} onClick={() => void open()}>
								{t("closeOut.contactOpen")}
							</Button>
							<span class="text-ink-soft">{t("closeOut.contactNoted")}</span>
						</>
					}
				>
					<Match when={failure()}>
						{(error) => <ErrorBox error={error()} onRetry={() => void open()} />}
					</Match>
					<Match when={contact()}>
						{(found) => (
							<p class="flex flex-wrap items-center gap-2" role="status">
								<Icon name="person" />
								<Show when={found().name}>{(name) => <span>{name()}</span>}</Show>
								<Show when={found().reach}>
									{(reach) => <span class="font-medium select-all">{reach()}</span>}
								</Show>
							</p>
						)}
					</Match>
				</Switch>
			</div>
		</Show>
	);
}
