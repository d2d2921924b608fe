import {
	accessQueries,
	complaintQueries,
	createZhenggaiClient,
	issueQueries,
	journalQueries,
	responsibilityQueries,
	ruleQueries,
	signOut,
} from "@zhenggai/client";

let leaving = false;
window.addEventListener("pagehide", () => {
	leaving = true;
});
window.addEventListener("pageshow", () => {
	leaving = false;
});

/** Same origin: the session cookie speaks. What is sent while the page is left still arrives. */
export const options = { url: "", leaving: () => leaving };

/** The one client of the page. */
export const client = createZhenggaiClient(options);

/** `{queryKey, queryFn}` of every room, for `useQuery`. */
export const queries = {
	access: accessQueries(client),
	complaints: complaintQueries(client),
	issues: issueQueries(client),
	journal: journalQueries(client),
	responsibilities: responsibilityQueries(client),
	rules: ruleQueries(client),
};

/** Ends this browser's session. */
export const signOutHere = (): Promise<void> => signOut(options);
