// The periodical's copy as a Word file, typeset like an official document (GB/T 9704-2012): A4, 版心 156 × 225 mm, 22 lines of 28
// characters, title in 小标宋, body in 仿宋 三号. Same copy and date → same bytes, on any machine.
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  type IFontAttributesProperties,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Paragraph as Copy } from './periodical.ts';

/** The hint sends what both scripts have (quotation marks, dashes) to the East Asian font. */
const font = (eastAsia: string): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});

/** Fonts of the standard, and the one every Windows has that is used where the first is not installed. */
const faces = {
  title: ['方正小标宋简体', '宋体'],
  body: ['仿宋_GB2312', '仿宋'],
  heading: ['黑体', 'SimHei'],
  unit: ['楷体_GB2312', '楷体'],
} as const;

const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(faces)
  .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`)
  .join('')}</w:fonts>`;

// Sizes in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt.
const size = { title: 44, body: 32, page: 28 };
/** 28.9 pt in twips: 22 lines fill 225 mm. */
const lineSpacing = 578;
/**
 * 28 characters fit into 156 mm when each is set a quarter of a point closer than 三号 is wide. Unit: twips. Not by a grid of characters:
 * what is wider than its cell takes two in LibreOffice, which set 18 to a line.
 */
const characterSpacing = -5;

const centred = { alignment: AlignmentType.CENTER, indent: { firstLineChars: 0, firstLine: 0 } };
const indented = { indent: { firstLineChars: 200, firstLine: size.body * 20 } };

function paragraph({ role, text, lead = 0 }: Copy): Paragraph {
  const runs = (face: string) => [
    ...(lead > 0 ? [new TextRun({ text: text.slice(0, lead), font: font(faces.unit[0]) })] : []),
    new TextRun({ text: text.slice(lead), font: font(face) }),
  ];
  switch (role) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, children: runs(faces.title[0]) });
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(faces.heading[0]) });
    case 'period':
      return new Paragraph({ ...centred, children: runs(faces.unit[0]) });
    case 'source':
      return new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(faces.body[0]) });
    case 'mark':
      return new Paragraph({ ...indented, children: runs(faces.unit[0]) });
    case 'body':
      return new Paragraph({ ...indented, alignment: AlignmentType.BOTH, children: runs(faces.body[0]) });
  }
}

function pageNumber(): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('宋体'), size: size.page });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/** The library stamps the clock into the properties and into the archive; the day of the content takes its place. */
function dated(archive: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(archive);
  const properties = 'docProps/core.xml';
  const stamped = strFromU8(parts[properties] ?? new Uint8Array()).replaceAll(/(W3CDTF">)[^<]*/g, `$1${day}T00:00:00Z`);
  // The archive keeps local time without a zone, so it is given as local time: the same figures everywhere.
  return zipSync({ ...parts, [properties]: strToU8(stamped) }, { mtime: `${day}T12:00:00`, level: 9 });
}

/** `day`: the date of the content, YYYY-MM-DD. `organiser`: who stands as the author in the file's properties. */
export async function periodicalDocx(copy: readonly Copy[], { day, organiser }: { day: string; organiser: string }): Promise<Uint8Array> {
  const exact = { line: lineSpacing, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const document = new Document({
    title: copy[0]?.text ?? '',
    creator: organiser,
    lastModifiedBy: organiser,
    styles: {
      default: {
        document: {
          run: { font: font(faces.body[0]), size: size.body, characterSpacing, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: exact },
        },
        title: {
          run: { font: font(faces.title[0]), size: size.title, color: '000000' },
          paragraph: { ...centred, spacing: { ...exact, after: lineSpacing } },
        },
        heading1: { run: { font: font(faces.heading[0]), size: size.body, color: '000000' }, paragraph: { ...indented, keepNext: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(26),
              footer: convertMillimetersToTwip(25),
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: lineSpacing },
        },
        footers: { default: pageNumber() },
        children: copy.map(paragraph),
      },
    ],
  });
  return dated(await Packer.toBuffer(document, false, [{ path: 'word/fontTable.xml', data: fontTable }]), day);
}
