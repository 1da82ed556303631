import { expect, test } from 'vitest';
import { personalDataIn } from '../../../src/model/checks/privacy.ts';

const names = (text: string) => personalDataIn(text).map(({ name }) => name);

test('personal data is found however it is written', () => {
  for (const text of ['13800001234', '138 0000 1234', '138-0000-1234', '+86 13800001234', '１３８００００１２３４'])
    expect(names(`联系${text}。`), text).toEqual(['手机号码']);
  for (const text of ['11010519491231002X', '110105 19491231 002X', '11010519491231002x'])
    expect(names(`身份证${text}`), text).toEqual(['居民身份证号码']);
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
  ]) {
    expect(names(text), text).toEqual([]);
  }
});
