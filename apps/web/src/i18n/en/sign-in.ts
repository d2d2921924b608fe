/** The sign-in page: how to get a session. */
export const signIn = {
	"signIn.title": "Sign in with a one-time link",
	"signIn.ask": "Ask the operator to make a sign-in link for your account on the server's own machine.",
	"signIn.command": "The operator runs, in the project folder:",
	"signIn.user": "<user>",
	"signIn.open": "Open the link in this browser. It is valid for 15 minutes and works once.",
	"signIn.noPassword": "There is no default password, and no page ever asks for one.",
	"signIn.again": "Signed in: reload",
} as const;
