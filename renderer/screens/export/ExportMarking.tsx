import { Link } from 'wouter';
import { Notice } from '../../components/Notice.tsx';
import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';

/** How the file will be marked, and where to change that. */
export function ExportMarking() {
  const { marking } = useWorkbook();
  if (marking === '') {
    return (
      <Notice kind="warning" title="No marking is set" isStill>
        <p>
          Every sheet carries the workbook’s marking in its header and footer, and there is none.{' '}
          <Link href={routes.settings()}>Set the marking</Link> first if your file needs one.
        </p>
      </Notice>
    );
  }
  return (
    <p>
      Every sheet is marked <strong>{marking}</strong> in its header and footer.{' '}
      <Link href={routes.settings()}>Change the marking</Link>
    </p>
  );
}
