import type { ConsoleProps } from "@client/activity";
import type { Cluster, ClustersView } from "./views";
import { Dialog } from "@client/ui/Dialog";

interface Props { cluster: Cluster; called: string; t: ConsoleProps<ClustersView>["t"]; send: ConsoleProps<ClustersView>["send"]; onClose: () => void }

/** What nobody should do to a cluster by chance, with what becomes of its cards. */
export function BoxSheet({ cluster, called, t, send, onClose }: Props) {
  return (
    <Dialog title={t("clusters.drop-title", { name: called })} close={t("screen.cancel")} onClose={onClose}>
      <p>{t("clusters.drop-text")}</p>
      <p class="card-acts"><button type="button" class="primary" onClick={() => { onClose(); void send("clusters.drop", { cluster: cluster.id }); }}>{t("clusters.drop")}</button></p>
    </Dialog>
  );
}
