import { statementsFile } from '../../../statements-file';

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return statementsFile(request, (await params).slug, 'csv');
}
