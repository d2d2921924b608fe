import type { Me } from "@zhenggai/domain/access";
import { createContext, useContext } from "solid-js";

const MeContext = createContext<() => Me>();

export const MeProvider = MeContext.Provider;

/** Who is signed in. Only inside the shell, which shows nothing of the ledger to anybody else. */
export function useMe(): () => Me {
	const me = useContext(MeContext);
	if (me === undefined) throw new Error("useMe is used outside of the shell");
	return me;
}

/** Whether the signed-in role has an action at all. The server decides again for each issue. */
export const mayDo = (me: Me, action: string): boolean => me.actions.includes(action);
