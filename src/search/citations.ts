// How people cite statutes and documents → how statutes and documents are written. In: a query. Out: the same with Chinese
// numerals in articles (第12条, 法12条 → 第十二条) and the year of a document number set apart (发202412号 → 发〔2024〕12号).

const digits = '零一二三四五六七八九';

/** 1–999 in Chinese numerals, as in statutes. */
function numeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds ? `${digits[hundreds]}百${tens === 0 && ones ? '零' : ''}` : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : digits[tens]}十` : '';
  return `${head}${middle}${ones ? digits[ones] : ''}`;
}

const parts = '[条款项章节]';
/** What names of statutes end with; after these a bare number with 条 can only be an article. */
const statute = '(?:法|条例|办法|规定|规则|细则|准则|通则|法典|决定)[》>〉」』”"\\])）】]*';

export function asWritten(query: string): string {
  return (
    query
      // 行政许可法12条, 许可法十二条: the 第 that people leave out.
      .replace(new RegExp(`(${statute})\\s*(\\d{1,3}|[一二三四五六七八九十百零]{1,7})\\s*条`, 'gu'), '$1第$2条')
      .replace(new RegExp(`第\\s*(\\d{1,3})\\s*(?=${parts})`, 'gu'), (_match, value: string) => `第${numeral(Number(value))}`)
      .replace(/(条|款)\s*(\d{1,2})\s*(?=[款项])/gu, (_match, before: string, value: string) => `${before}第${numeral(Number(value))}`)
      .replace(/(?<=\p{Script=Han})((?:19|20)\d\d)年?第?(\d{1,4})(?=号)/gu, '〔$1〕$2')
  );
}
