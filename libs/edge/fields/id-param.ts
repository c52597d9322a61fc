import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from '#platform';
import { isUuid } from './fields.js';

const readId: PipeTransform<string, string> = {
  transform(value) {
    if (!isUuid(value)) throw notFound();
    return value.toLowerCase();
  },
};

/** An id in the path, in lower case. What is not a UUID names nothing here, so the answer to it is 404. */
export function IdParam(name = 'id'): ParameterDecorator {
  return Param(name, readId);
}
