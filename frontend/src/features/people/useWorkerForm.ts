// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { WorkerForm } from './WorkerFields.tsx'
import { missingAnswers, type DataSetup, type WorkerValues } from './workerValues.ts'

type Options = { initialValues: WorkerValues; setup: DataSetup; isNew: boolean }

/** The form about a worker, with the rules that can be checked before anything is sent. */
export function useWorkerForm({ initialValues, setup, isNew }: Options): WorkerForm {
  const t = useT()
  return useForm<WorkerValues>({
    initialValues,
    validate: (values) => ({
      ...(isNew && !values.username.trim() && { username: t('newWorker.username.missing') }),
      ...(isNew &&
        values.choosesPassword &&
        !values.email && { email: t('newWorker.email.missing') }),
      ...(isNew &&
        !values.choosesPassword &&
        !values.password && { password: t('newWorker.password.missing') }),
      ...Object.fromEntries(
        missingAnswers(values, setup).map((slug) => [
          `answers.${slug}`,
          t('editWorker.answer.missing', {
            label: setup.fields.find((field) => field.slug === slug)?.label ?? slug,
          }),
        ]),
      ),
    }),
  })
}
