// Splay links and the generic tables over them. A root's parent is itself; a table's node is
// RTL_SPLAY_LINKS and a LIST_ENTRY of the insertion order with the element behind them.
#include <flthost/rtl/rtl_internal.h>

#include <cstring>

using namespace flthost;
using namespace flthost::rtl;

namespace {

using Links = RTL_SPLAY_LINKS;
struct Node {
  Links links;
  LIST_ENTRY order;
};

PVOID element_of(Links* links) {
  return links == nullptr ? nullptr : reinterpret_cast<Node*>(links) + 1;
}
PVOID element_of_order(PLIST_ENTRY entry) {
  return entry + 1;  // the element follows the entry
}
bool is_root(const Links* links) {
  return links->Parent == links;
}
bool is_left(const Links* links) {
  return !is_root(links) && links->Parent->LeftChild == links;
}

Links* leftmost(Links* links) {
  while (links->LeftChild != nullptr) links = links->LeftChild;
  return links;
}
Links* rightmost(Links* links) {
  while (links->RightChild != nullptr) links = links->RightChild;
  return links;
}

void rotate_up(Links* links) {
  Links* const parent = links->Parent;
  Links* const above = parent->Parent;
  const bool parent_was_root = is_root(parent);
  const bool parent_was_left = is_left(parent);
  const bool left = parent->LeftChild == links;
  Links* const inner = left ? links->RightChild : links->LeftChild;
  (left ? parent->LeftChild : parent->RightChild) = inner;
  if (inner != nullptr) inner->Parent = parent;
  (left ? links->RightChild : links->LeftChild) = parent;
  parent->Parent = links;
  if (parent_was_root) {
    links->Parent = links;
  } else {
    links->Parent = above;
    (parent_was_left ? above->LeftChild : above->RightChild) = links;
  }
}

void put_in_place(Links* old, Links* replacement) {
  if (is_root(old)) {
    if (replacement != nullptr) replacement->Parent = replacement;
    return;
  }
  (is_left(old) ? old->Parent->LeftChild : old->Parent->RightChild) = replacement;
  if (replacement != nullptr) replacement->Parent = old->Parent;
}

Links* root_from(Links* links) {
  while (!is_root(links)) links = links->Parent;
  return links;
}

// Takes `links` out. Returns a node near its place, or null when the tree is empty now.
Links* unlink(Links* links) {
  if (links->LeftChild != nullptr && links->RightChild != nullptr) {
    Links* const next = leftmost(links->RightChild);
    Links* near = next;
    if (next->Parent != links) {
      near = next->Parent;
      put_in_place(next, next->RightChild);
      next->RightChild = links->RightChild;
      next->RightChild->Parent = next;
    }
    put_in_place(links, next);
    next->LeftChild = links->LeftChild;
    next->LeftChild->Parent = next;
    return near;
  }
  Links* const only = links->LeftChild != nullptr ? links->LeftChild : links->RightChild;
  Links* const parent = is_root(links) ? nullptr : links->Parent;
  put_in_place(links, only);
  return only != nullptr ? only : parent;
}

TABLE_SEARCH_RESULT search(PRTL_GENERIC_TABLE table, PVOID buffer, Links*& found) {
  Links* links = table->TableRoot;
  found = nullptr;
  if (links == nullptr) return TableEmptyTree;
  for (;;) {
    found = links;
    const auto order = ke::invoke(table->CompareRoutine, table, buffer, element_of(links));
    if (order == GenericEqual) return TableFoundNode;
    Links* const next = order == GenericLessThan ? links->LeftChild : links->RightChild;
    if (next == nullptr) return order == GenericLessThan ? TableInsertAsLeft : TableInsertAsRight;
    links = next;
  }
}

}  // namespace

extern "C" {

PRTL_SPLAY_LINKS NTAPI RtlSplay(PRTL_SPLAY_LINKS links) {
  while (!is_root(links)) {
    Links* const parent = links->Parent;
    if (!is_root(parent)) rotate_up(is_left(links) == is_left(parent) ? parent : links);
    rotate_up(links);
  }
  return links;
}

PRTL_SPLAY_LINKS NTAPI RtlDelete(PRTL_SPLAY_LINKS links) {
  Links* const near = unlink(links);
  return near == nullptr ? nullptr : RtlSplay(near);
}

VOID NTAPI RtlDeleteNoSplay(PRTL_SPLAY_LINKS links, PRTL_SPLAY_LINKS* root) {
  Links* const near = unlink(links);
  *root = near == nullptr ? nullptr : root_from(near);
}

PRTL_SPLAY_LINKS NTAPI RtlSubtreeSuccessor(PRTL_SPLAY_LINKS links) {
  return links->RightChild == nullptr ? nullptr : leftmost(links->RightChild);
}
PRTL_SPLAY_LINKS NTAPI RtlSubtreePredecessor(PRTL_SPLAY_LINKS links) {
  return links->LeftChild == nullptr ? nullptr : rightmost(links->LeftChild);
}

PRTL_SPLAY_LINKS NTAPI RtlRealSuccessor(PRTL_SPLAY_LINKS links) {
  if (links->RightChild != nullptr) return leftmost(links->RightChild);
  while (!is_root(links) && !is_left(links)) links = links->Parent;
  return is_root(links) ? nullptr : links->Parent;
}

PRTL_SPLAY_LINKS NTAPI RtlRealPredecessor(PRTL_SPLAY_LINKS links) {
  if (links->LeftChild != nullptr) return rightmost(links->LeftChild);
  while (is_left(links)) links = links->Parent;
  return is_root(links) ? nullptr : links->Parent;
}

VOID NTAPI RtlInitializeGenericTable(PRTL_GENERIC_TABLE table, PRTL_GENERIC_COMPARE_ROUTINE compare,
                                     PRTL_GENERIC_ALLOCATE_ROUTINE allocate,
                                     PRTL_GENERIC_FREE_ROUTINE free, PVOID context) {
  *table = {};
  table->InsertOrderList.Flink = table->InsertOrderList.Blink = &table->InsertOrderList;
  table->OrderedPointer = &table->InsertOrderList;
  table->CompareRoutine = compare;
  table->AllocateRoutine = allocate;
  table->FreeRoutine = free;
  table->TableContext = context;
}

PVOID NTAPI RtlInsertElementGenericTable(PRTL_GENERIC_TABLE table, PVOID buffer, CLONG size,
                                         PBOOLEAN is_new) {
  Links* found;
  const TABLE_SEARCH_RESULT result = search(table, buffer, found);
  if (is_new != nullptr) *is_new = FALSE;
  if (result != TableFoundNode) {
    auto* node = static_cast<Node*>(
        ke::invoke(table->AllocateRoutine, table, static_cast<CLONG>(size + sizeof(Node))));
    if (node == nullptr) return nullptr;
    *node = {};
    Links* const links = &node->links;
    links->Parent = result == TableEmptyTree ? links : found;
    if (result == TableInsertAsLeft) found->LeftChild = links;
    if (result == TableInsertAsRight) found->RightChild = links;
    node->order = {&table->InsertOrderList, table->InsertOrderList.Blink};
    node->order.Blink->Flink = &node->order;
    table->InsertOrderList.Blink = &node->order;
    memcpy(element_of(links), buffer, size);
    ++table->NumberGenericTableElements;
    if (is_new != nullptr) *is_new = TRUE;
    found = links;
  }
  table->TableRoot = RtlSplay(found);
  return element_of(found);
}

BOOLEAN NTAPI RtlDeleteElementGenericTable(PRTL_GENERIC_TABLE table, PVOID buffer) {
  Links* found;
  if (search(table, buffer, found) != TableFoundNode) return FALSE;
  table->TableRoot = RtlDelete(found);
  auto* node = reinterpret_cast<Node*>(found);
  node->order.Blink->Flink = node->order.Flink;
  node->order.Flink->Blink = node->order.Blink;
  --table->NumberGenericTableElements;
  table->WhichOrderedElement = 0;
  table->OrderedPointer = &table->InsertOrderList;
  ke::invoke(table->FreeRoutine, table, static_cast<PVOID>(node));
  return TRUE;
}

PVOID NTAPI RtlLookupElementGenericTable(PRTL_GENERIC_TABLE table, PVOID buffer) {
  Links* found;
  const TABLE_SEARCH_RESULT result = search(table, buffer, found);
  if (found != nullptr) table->TableRoot = RtlSplay(found);
  return result == TableFoundNode ? element_of(found) : nullptr;
}

PVOID NTAPI RtlEnumerateGenericTableWithoutSplaying(PRTL_GENERIC_TABLE table, PVOID* restart_key) {
  if (table->TableRoot == nullptr) return nullptr;
  auto* last = static_cast<Links*>(*restart_key);
  Links* const next = last == nullptr ? leftmost(table->TableRoot) : RtlRealSuccessor(last);
  if (next != nullptr) *restart_key = next;
  return element_of(next);
}

// The element given last is the root, so the enumeration survives other calls less well than the
// one without splaying.
PVOID NTAPI RtlEnumerateGenericTable(PRTL_GENERIC_TABLE table, BOOLEAN restart) {
  if (table->TableRoot == nullptr) return nullptr;
  Links* const next = restart ? leftmost(table->TableRoot) : RtlRealSuccessor(table->TableRoot);
  if (next != nullptr) table->TableRoot = RtlSplay(next);
  return element_of(next);
}

PVOID NTAPI RtlGetElementGenericTable(PRTL_GENERIC_TABLE table, ULONG index) {
  if (index >= table->NumberGenericTableElements) return nullptr;
  PLIST_ENTRY entry = table->InsertOrderList.Flink;
  while (index-- != 0) entry = entry->Flink;
  return element_of_order(entry);
}

ULONG NTAPI RtlNumberGenericTableElements(PRTL_GENERIC_TABLE table) {
  return table->NumberGenericTableElements;
}
BOOLEAN NTAPI RtlIsGenericTableEmpty(PRTL_GENERIC_TABLE table) {
  return table->TableRoot == nullptr;
}

}  // extern "C"

namespace flthost::rtl {

void add_splay_rows(Rows& rows) {
  rows.insert(
      rows.end(),
      {RTL_PURE(RtlSplay), RTL_PURE(RtlDelete), RTL_PURE(RtlDeleteNoSplay),
       RTL_PURE(RtlSubtreeSuccessor), RTL_PURE(RtlSubtreePredecessor), RTL_PURE(RtlRealSuccessor),
       RTL_PURE(RtlRealPredecessor), RTL_PURE(RtlInitializeGenericTable),
       FLTHOST_EXPORT(RtlInsertElementGenericTable), FLTHOST_EXPORT(RtlDeleteElementGenericTable),
       FLTHOST_EXPORT(RtlLookupElementGenericTable),
       RTL_PURE(RtlEnumerateGenericTableWithoutSplaying), RTL_PURE(RtlEnumerateGenericTable),
       RTL_PURE(RtlGetElementGenericTable), RTL_PURE(RtlNumberGenericTableElements),
       RTL_PURE(RtlIsGenericTableEmpty)});
}

}  // namespace flthost::rtl
