import time, pytest, json
from pathlib import Path
pytestmark = pytest.mark.usefixtures("stage")
def test_load():
    from coretech.apps.plans.bundled import load_plans
    from coretech.apps.plans.models import PlanVersion
    from coretech.apps.plans.storing import read_rows
    from coretech.apps.plans.bundled import bundled, FILES
    from coretech.apps.audit.models import Act
    from coretech.readers.plan_files.putting_together import said_by, digest_of
    t=time.time(); assert load_plans(); print("load", time.time()-t)
    a=Act.objects.latest("seq"); print(len(json.dumps(a.confidential)))
    for v,f in zip(PlanVersion.objects.all(),FILES):
        t=time.time(); r=read_rows(v); print(v.plan.slug, "read", time.time()-t)
        b=bundled(f)[0]
        assert r==b
        assert digest_of(r)==v.content_sha256
    from coretech.apps.audit.auditing.whole_log import audit_log
    t=time.time(); print(audit_log()); print(time.time()-t)
