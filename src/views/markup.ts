// Text → text that may stand in XML or HTML, between tags and inside double quotes.

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
