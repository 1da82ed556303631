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

test('a poster is as of the last change of anything on it, names whom to phone, and leads to the flow', async () => {
  const county = await publicSmallCounty();
  const [flow] = county.records.flow;
  const [risk] = flow?.risks ?? [];
  const [measure] = risk?.measures ?? [];
  if (!flow || !risk || !measure) throw new Error('small county');
  const poster = () => posterView(flow, county);
  expect(poster()).toMatchObject({
    id: 'dibao-liucheng',
    date: '2026-01-05',
    phones: [{ phone: '0000-8600001' }, { phone: '12388' }],
    address: 'https://small.example/zwgk/wgk/flows/dibao-liucheng/',
    home: 'https://small.example/zwgk/wgk/',
    demonstration: '测试数据，均为虚构。',
  });
  const dates = [measure, risk, flow].map((record, index) => {
    record.updated = `2026-10-0${index + 1}`;
    return poster().date;
  });
  expect(dates).toEqual(['2026-10-01', '2026-10-02', '2026-10-03']);
  flow.unit.supervisionPhone = undefined;
  expect(poster().phones.map(({ phone }) => phone)).toEqual(['12388']);
});
