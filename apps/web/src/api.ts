import {
	accessQueries,
	createZhenggaiClient,
	issueQueries,
	journalQueries,
	responsibilityQueries,
	ruleQueries,
	signOut,
} from "@zhenggai/client";

/** Same origin: the session cookie speaks. */
const options = { url: "" };

/** The one client of the page. */
export const client = createZhenggaiClient(options);

/** `{queryKey, queryFn}` of every room, for `useQuery`. */
export const queries = {
	access: accessQueries(client),
	issues: issueQueries(client),
	journal: journalQueries(client),
	responsibilities: responsibilityQueries(client),
	rules: ruleQueries(client),
};

/** Ends this browser's session. */
export const signOutHere = (): Promise<void> => signOut(options);
