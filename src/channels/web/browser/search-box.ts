// Suggestions for the search box of any page, loaded when someone first enters it (page.ts). In: the box. Out: the same box as a
// combobox; a chosen suggestion sends the form. The search page makes its own box a combobox and is left alone.
import { searchClient } from '../../../search/browser/client.ts';
import { combobox } from './combobox.ts';

export function enhance(input: HTMLInputElement): void {
  const form = input.form;
  if (!form) return;
  // The form leads to the search page, one folder below the root of the site.
  const client = searchClient(new URL('../', form.action));
  combobox(input, { suggest: client.suggest, choose: () => form.requestSubmit() });
  // What was typed while this was being loaded.
  if (input.value) input.dispatchEvent(new Event('input'));
}
