import { expect, test } from 'vitest';
import { posterView } from '../../../src/views/poster.ts';
import { publicSmallCounty } from '../../county.ts';

test('a poster has the rows of the 防控图 and the steps of the flow, one beside the other', async () => {
  const county = await publicSmallCounty();
  for (const flow of county.records.flow) {
    const poster = posterView(flow, county);
    expect(poster.control.rows.map(({ number, name }) => [number, name])).toEqual(
      poster.flow.steps.map(({ number, name }) => [number, name]),
    );
    expect(poster.unit).toBe(flow.unit.title);
    expect(new Set(poster.levels.map(({ word }) => word))).toEqual(new Set(poster.flow.risks.map(({ level }) => level.word)));
  }
});
