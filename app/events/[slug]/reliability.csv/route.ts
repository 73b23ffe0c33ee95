import { diagnosisFile } from '../../../codings-file';

/** Which codings entered each coefficient. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return diagnosisFile(request, (await params).slug);
}
