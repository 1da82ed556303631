import { expect, test } from 'vitest';
import { personalDataIn } from '../../../src/model/checks/privacy.ts';

const names = (text: string) => personalDataIn(text).map(({ name }) => name);

test('personal data is found however it is written', () => {
  const phones = ['13800001234', '138 0000 1234', '138-0000-1234', '+86 13800001234', '１３８００００１２３４', 'TEL13800001234'];
  for (const text of [...phones, '13800 001234', '138.0000.1234', '1380 000 1234', '138 000 01234'])
    expect(names(`联系${text}。`), text).toEqual(['手机号码']);
  for (const text of ['11010519491231002X', '110105 19491231 002X', '11010519491231002x', '110105 1949 1231 002X', 'ID11010519491231002X'])
    expect(names(`身份证${text}`), text).toEqual(['居民身份证号码']);
  // A wrong check digit, and a number of the time before 1999: what is called so is one.
  for (const text of ['身份证号110105194912310021', '身份证号码：110105491231002']) expect(names(text), text).toEqual(['居民身份证号码']);
  expect(names('卡号6222 0212 3456 7894 006')).toEqual([]);
  expect(names('卡号 4111 1111 1111 1111')).toEqual(['银行卡号']);
  expect(names('邮箱 zhangsan@example.com')).toEqual(['电子邮箱']);
  expect(names('车牌川A12345')).toEqual(['车牌号码']);
});

test('masked data, office phones, credit codes, amounts and document numbers are not personal data', () => {
  for (const text of [
    '138****1234',
    '35*************123',
    '0000-8620012',
    '12345',
    '12388',
    '统一社会信用代码 91350100M000100Y43',
    '110105194912310021',
    '人民币13800000000.00元以下',
    '临民发〔2024〕12号',
    '2026-11-20',
    '编码00XK050002',
    '第13条第2款',
    '统一社会信用代码 913501M13800001234',
    '1949-10-01 15',
    '由13 800 户改为 1380 户',
  ]) {
    expect(names(text), text).toEqual([]);
  }
});
