// Which pages exist: for each dynamic route its parameters with the finished view as props, so that a page never looks anything up.
import { type County, recordKinds } from '../model/county.ts';
import { type ControlView, controlView } from './control-chart.ts';
import { type Download, unitDownload } from './downloads.ts';
import { type GoneView, gone } from './gone.ts';
import { type ListView, listViews } from './list.ts';
import { recordView } from './record.ts';
import type { RecordView } from './record-view.ts';
import { type ChainPage, slideChain } from './slide-chain.ts';
import { type ScreenView, screenView } from './slides.ts';
import { type UnitView, unitView } from './unit.ts';
import { segments } from './urls.ts';

type Path<P, V> = { params: P; props: V };

export type RecordRoute = { type: 'record'; view: RecordView } | { type: 'gone'; view: GoneView };

/** /<kind>/<id>/ for every record, and for every one that was withdrawn or has moved. */
export function recordPaths(county: County): Path<{ kind: string; id: string }, { page: RecordRoute }>[] {
  const records = recordKinds.flatMap((kind) =>
    county.records[kind].map((record) => ({
      params: { kind: segments[kind] as string, id: record.id },
      props: { page: { type: 'record' as const, view: recordView(record) } },
    })),
  );
  const departed = gone(county)
    .filter(({ kind }) => kind !== 'unit')
    .map((view) => ({ params: { kind: segments[view.kind] as string, id: view.id }, props: { page: { type: 'gone' as const, view } } }));
  return [...records, ...departed];
}

/** /flows/<id>/control/ for every flow with risks. */
export function controlPaths(county: County): Path<{ id: string }, { view: ControlView }>[] {
  return county.records.flow
    .filter(({ risks }) => risks.length > 0)
    .map((flow) => ({ params: { id: flow.id }, props: { view: controlView(flow) } }));
}

export type UnitRoute = { type: 'unit'; view: UnitView; download: Download | undefined } | { type: 'gone'; view: GoneView };

/** /units/<id>/ for every unit, and for every one that was withdrawn or has moved. */
export function unitPaths(county: County): Path<{ id: string }, { page: UnitRoute }>[] {
  return [
    ...county.units.map((unit) => ({
      params: { id: unit.id },
      props: { page: { type: 'unit' as const, view: unitView(unit), download: unitDownload(county, unit) } },
    })),
    ...gone(county)
      .filter(({ kind }) => kind === 'unit')
      .map((view) => ({ params: { id: view.id }, props: { page: { type: 'gone' as const, view } } })),
  ];
}

/** /<kind>/ and what lies below it that is not a record. */
export function listPaths(county: County): Path<{ kind: string; list: string | undefined }, { view: ListView }>[] {
  return listViews(county).map((view) => {
    const [kind = '', ...rest] = view.href.split('/').filter(Boolean);
    return { params: { kind, list: rest.length > 0 ? rest.join('/') : undefined }, props: { view } };
  });
}

export type ScreenRoute = { view: ScreenView; single: ChainPage | undefined };

/** /screen/<playlist>/ with all slides, and /screen/<playlist>/<number>/ for players without script. */
export function screenPaths(county: County): Path<{ playlist: string; slide: string | undefined }, ScreenRoute>[] {
  return county.playlists
    .map((playlist) => screenView(county, playlist))
    .flatMap((view) => [
      { params: { playlist: view.id, slide: undefined }, props: { view, single: undefined } },
      ...slideChain(view).map((single, index) => ({
        params: { playlist: view.id, slide: String(index + 1) },
        props: { view, single },
      })),
    ]);
}
