import type { PointNumber } from '#domain';
import { UNCHANGEABLE } from '../case/moved-on.js';
import type { DetailsPageName } from './details/details-page.js';

/** Where the pages of a request lie. */
export const paths = {
  case: (reference: string) => `/cases/${reference}`,
  /** The case, which then says why nothing of it can be changed now. */
  unchangeable: (reference: string) => `/cases/${reference}?because=${UNCHANGEABLE}`,
  tasks: (reference: string) => `/cases/${reference}/tasks`,
  details: (reference: string, page: DetailsPageName) => `/cases/${reference}/details/${page}/edit`,
  point: (reference: string, point: PointNumber) => `/cases/${reference}/points/${point}/edit`,
  exceptions: (reference: string) => `/cases/${reference}/legacy-exceptions/edit`,
  newException: (reference: string) => `/cases/${reference}/legacy-exceptions/new`,
  exception: (reference: string, id: string) => `/cases/${reference}/legacy-exceptions/${id}/edit`,
  removeException: (reference: string, id: string) => `/cases/${reference}/legacy-exceptions/${id}/remove`,
  newBenefit: (reference: string, id: string) => `/cases/${reference}/legacy-exceptions/${id}/benefits/new`,
  benefit: (reference: string, id: string, number: number) =>
    `/cases/${reference}/legacy-exceptions/${id}/benefits/${number}/edit`,
  removeBenefit: (reference: string, id: string, number: number) =>
    `/cases/${reference}/legacy-exceptions/${id}/benefits/${number}/remove`,
  checkAnswers: (reference: string) => `/cases/${reference}/check-answers`,
  step: (reference: string, step: string) => `/cases/${reference}/${step}`,
  handedOn: (reference: string) => `/cases/${reference}/handed-on`,
} as const;

/** Value of the field `from` by which a form leads back to where it was come from. */
export const FROM_CHECK = 'check-answers';
