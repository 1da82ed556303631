// Ids that BPMN does not allow but tools write all the same (用章审批, 7f3a-…): put into allowed letters before the file is parsed,
// because the parser passes over such elements, and back again for messages. In: XML text. Out: XML text.

const allowed = /^[a-z_][\w.-]*$/i;
const prefix = '_id.';

/** No pattern looks beyond the next `<`, so a broken file costs no more time than a sound one. */
const tag = /<[a-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gi;
const attribute = /(\s([\w:.-]+)\s*=\s*)("[^"<]*"|'[^'<]*')/g;
const holdsId = new Set(['id', 'sourceRef', 'targetRef', 'default', 'attachedToRef', 'processRef', 'dataObjectRef', 'bpmnElement']);
const reference = /(<(?:\w{1,40}:)?(?:flowNodeRef|incoming|outgoing|sourceRef|targetRef)>)\s{0,100}([^<]{1,200}?)\s{0,100}(?=<\/)/g;

const spelled = (id: string) =>
  prefix + [...id].map((char) => (/[\w-]/.test(char) ? char : `.${char.codePointAt(0)?.toString(16)}.`)).join('');
const put = (id: string) => (id === '' || allowed.test(id) ? id : spelled(id));

/** The same XML with allowed ids; the very same where all are allowed. */
export function withAllowedIds(xml: string): string {
  return xml
    .replace(tag, (text) =>
      text.replace(attribute, (whole, before: string, name: string, value: string) =>
        holdsId.has(name) ? `${before}"${put(value.slice(1, -1))}"` : whole,
      ),
    )
    .replace(reference, (_match, before: string, id: string) => `${before}${put(id)}`);
}

/** An id as it stands in the file. */
export function idInFile(id: string): string {
  if (!id.startsWith(prefix)) return id;
  return id.slice(prefix.length).replace(/\.([0-9a-f]{1,6})\./g, (_match, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
